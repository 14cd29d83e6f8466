// A store of sessions holds no records.
// ok: database-driver-in-user-interface
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

export const sessions = new DynamoDBClient({});
