import { BlobServiceClient } from '@azure/storage-blob';
export const store = BlobServiceClient;
