export {
  APIError,
  ConnectionError,
  NoResponseError,
  RequestAbortedError,
  RequestTimeoutError,
  RequestValidationError,
  ResponseValidationError,
  SDKError,
  SDKValidationError,
} from "../../runtime/errors.js";
export * from "./honoapierror.js";
export * from "./orqerror.js";
