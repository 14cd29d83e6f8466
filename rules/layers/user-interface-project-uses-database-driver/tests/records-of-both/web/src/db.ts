import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export const records = new DynamoDBClient({});
