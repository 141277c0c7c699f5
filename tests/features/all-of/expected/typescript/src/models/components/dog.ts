import type { Codec } from "../../runtime/codec.js";
import { type Animal, Animal$ } from "./animal.js";

/** An animal that barks */
export type Dog = {
  /** What it is called */
  name: string;
  age: number;
  tag?: string | undefined;
  bark?: string | undefined;
  /** The best one */
  friend?: Animal | undefined;
};

export const Dog$: Codec = {
  fields: {
    name: ["string", "!"],
    age: ["integer", "!"],
    tag: ["string", "?"],
    bark: ["string", "?"],
    friend: [() => Animal$, "?"],
  },
};
