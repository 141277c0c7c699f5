export { Files } from "./files.js";
export { Images } from "./images.js";
export { Nodes } from "./nodes.js";
export { Router } from "./router.js";
export { Orq } from "./sdk.js";
export { Variations } from "./variations.js";
