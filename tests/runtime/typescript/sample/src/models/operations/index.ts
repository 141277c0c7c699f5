export * from "./createfile.js";
export * from "./createimagevariation.js";
export * from "./deletefile.js";
export * from "./getfile.js";
export * from "./getfilecontent.js";
export * from "./listfiles.js";
export * from "./updatenode.js";
