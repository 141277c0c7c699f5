export * from "./publiccontact.js";
export * from "./publicidentity.js";
