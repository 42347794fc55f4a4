/** The style of the first view, fetched by whoever is about to draw something. */
import "./index.css";
