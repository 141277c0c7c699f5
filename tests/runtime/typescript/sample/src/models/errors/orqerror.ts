export { SDKError as OrqError } from "../../runtime/errors.js";
