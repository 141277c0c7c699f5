import type { Codec } from "../../runtime/codec.js";
import { type Leaf, Leaf$ } from "./leaf.js";

export type Tree = {
  name: string;
  parent?: Tree | undefined;
  children?: Array<Tree> | undefined;
  leaf?: Leaf | undefined;
};

export const Tree$: Codec = {
  fields: {
    name: ["string", "!"],
    parent: [() => Tree$, "?"],
    children: [{ array: () => Tree$ }, "?"],
    leaf: [() => Leaf$, "?"],
  },
};
