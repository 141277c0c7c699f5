export * from "./createimagevariationop.js";
