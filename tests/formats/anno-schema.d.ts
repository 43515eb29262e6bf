/** The Web Annotation Data Model as others wrote it down: an annotation server's schema, with its own validator. */
declare module '@kba/anno-schema' {
  interface Validator {
    (value: unknown): boolean;
    errors?: readonly { dataPath: string; message: string }[] | null;
  }
  const anno: { validate: Record<'Annotation' | 'AnnotationPage' | 'AnnotationCollection', Validator> };
  export default anno;
}
