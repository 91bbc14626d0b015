/* What JSDoc in the theme's modules cannot say. */

import type { Item, Paper } from "../../site_config/theme/assets/scripts/quiz-paper.js";
import type { Exam, Store } from "../../site_config/theme/assets/scripts/quiz-store.js";

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

/** Fields that the constructor takes over with `Object.assign`. */
declare module "../../site_config/theme/assets/scripts/quiz-sitting.js" {
  interface Sitting {
    place: HTMLElement;
    store: Store;
    paper: Paper;
    items: Item[];
    exam: Exam;
    handIn: (exam: Exam, late: boolean) => void;
    at: number;
  }
}
