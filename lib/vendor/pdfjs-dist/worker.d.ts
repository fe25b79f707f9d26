/** The half of pdf.js that parses; the package ships no types for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Serves requests that arrive at the port, whatever carries them. */
    initializeFromPort(port: unknown): void
  }
}
