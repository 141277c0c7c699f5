export * from "./leaf.js";
export * from "./publiccontact.js";
export * from "./storedfile.js";
export * from "./treenode.js";
