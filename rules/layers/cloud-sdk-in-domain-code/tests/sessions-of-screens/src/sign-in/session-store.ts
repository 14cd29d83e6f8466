import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export const sessions = new DynamoDBClient({});
