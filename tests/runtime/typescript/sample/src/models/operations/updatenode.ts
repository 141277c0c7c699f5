import type { TreeNode } from "../components/treenode.js";

export type UpdateNodeRequest = {
  nodeId: string;
  traceId?: string | undefined;
  requestBody: TreeNode;
};
