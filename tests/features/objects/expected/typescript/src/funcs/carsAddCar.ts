import type { ObjectsCore } from "../core.js";
import { type Car, Car$ } from "../models/components/car.js";
import type { ObjectsError } from "../models/errors/index.js";
import type { RequestOptions } from "../runtime/client.js";
import { json as jsonBody } from "../runtime/encoding.js";
import { exactJSON } from "../runtime/exact.js";
import type { Operation } from "../runtime/operation.js";
import type { APIPromise, Result } from "../runtime/result.js";
import { invoke } from "../runtime/transport.js";

const operation: Operation<Car, Car> = {
  id: "addCar",
  method: "POST",
  path: "/cars",
  body: {
    mediaType: "application/json",
    codec: () => Car$,
    encode: jsonBody,
    required: true,
  },
  replies: [
    { status: "201", mediaType: "application/json", codec: () => Car$, decode: exactJSON },
  ],
};

/** Add a car */
export function carsAddCar(
  client: ObjectsCore,
  request: Car,
  options?: RequestOptions,
): APIPromise<Result<Car, ObjectsError>> {
  return invoke(client, operation, request, options);
}
