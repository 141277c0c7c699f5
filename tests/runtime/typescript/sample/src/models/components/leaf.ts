import type { Codec } from "../../runtime/codec.js";
import { dateTime, union } from "../../runtime/codecs.js";
import { TreeNode$ } from "./treenode.js";
import type { TreeNode } from "./treenode.js";

export type Leaf = {
  kind: "leaf";
  payload?: string | Date | undefined;
  parent?: TreeNode | null | undefined;
  isOpen?: boolean | undefined;
};

export const Leaf$: Codec = {
  fields: {
    kind: [{ const: "leaf" }, "!"],
    payload: [{ use: union, of: [dateTime, "string"] }, "?"],
    parent: [() => TreeNode$, "?~"],
    isOpen: ["boolean", "?", "is_open"],
  },
};
