export {
  APIError as APIError,
  ConnectionError,
  NoResponseError,
  RequestAbortedError,
  RequestTimeoutError,
  RequestValidationError,
  ResponseValidationError,
  SDKError as OrqError,
  SDKValidationError,
} from "../../runtime/errors.js";
