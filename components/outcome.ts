/** How a component's callback ends: with a value, or with a failure whose sentence stands under `error.<code>`. Every `Answer` of the call map is one. */
export interface Failure {
  code: string;
  detail: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Failure };
