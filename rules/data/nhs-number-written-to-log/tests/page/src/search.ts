import { useQuery } from "react-query";

export function useSearch(nhsNumber: string) {
  console.error(`no answer for ${nhsNumber}`);
  console.log(`searched ${nhsNumber}`);
  logger.info(`searched ${nhsNumber}`);
}
