export const beds = () => fetch("http://192.168.7.20:8080/beds");
