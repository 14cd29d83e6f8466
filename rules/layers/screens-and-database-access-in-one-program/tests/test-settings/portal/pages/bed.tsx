import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export default (bed: AttributeValue) => <h1>Bed</h1>;
