import type { Codec } from "../../runtime/codec.js";
import { union } from "../../runtime/codecs.js";
import { Leaf$ } from "./leaf.js";
import type { Leaf } from "./leaf.js";

export type TreeNode = {
  kind: "node";
  nodeName: string;
  children?: Array<TreeNodeChild> | undefined;
};

export const TreeNode$: Codec = {
  fields: {
    kind: [{ const: "node" }, "!"],
    nodeName: ["string", "!", "node_name"],
    children: [{ array: () => TreeNodeChild$ }, "?"],
  },
};

export type TreeNodeChild = TreeNode | Leaf;

export const TreeNodeChild$: Codec = {
  use: union,
  of: [() => TreeNode$, () => Leaf$],
  by: ["kind", { node: () => TreeNode$, leaf: () => Leaf$ }],
};
