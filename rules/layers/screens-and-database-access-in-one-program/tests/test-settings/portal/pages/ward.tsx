import { AttributeValue } from "@aws-sdk/client-dynamodb";

export default (ward: Record<string, AttributeValue>) => <h1>Ward</h1>;
