class Actuator {
    String access(List<String> known) {
        StringBuilder access = new StringBuilder();
        // review: address-of-caller-grants-access
        access.append("hasIpAddress('").append(known.get(0)).append("')");
        for (int i = 1; i < known.size(); i++)
            access.append(" or hasIpAddress('").append(known.get(i)).append("')");
        return access.toString();
    }
}
