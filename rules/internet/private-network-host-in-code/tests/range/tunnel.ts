export const own = { WIREGUARD_ADDRESSES: "10.154.7.240/32,fd7d:76ee::8dde/128" };
export const pas = "http://10.154.7.12/32/pas";
