import { words } from "../language/index.ts";

export const Brand = () => (
  <span class="brand">
    <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" class="brand-ground" />
      <path class="brand-roof" d="M8 23V13.5L16 8l8 5.5V23" />
      <path class="brand-door" d="M12.5 23v-6h7v6M7 23h18" />
    </svg>
    <span class="brand-name">{words().product}</span>
  </span>
);
