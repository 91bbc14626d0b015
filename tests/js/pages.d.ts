/* What JSDoc in the theme's modules cannot say. */

export {};

declare global {
  /** An object whose methods find every field filled, though its constructor does not fill them. */
  type Started<T> = { [Field in keyof T]: Exclude<T[Field], undefined> };

  /** Attributes that the templates set wherever a script reads them. */
  interface DOMStringMap {
    bank: string;
    copyPage: string;
    copyText: string;
    list: "wrong" | "starred";
    version: string;
  }

  /** Only elements of HTML carry data attributes. */
  interface ParentNode {
    querySelectorAll(selectors: `${string}[data-${string}]`): NodeListOf<HTMLElement>;
  }
}
