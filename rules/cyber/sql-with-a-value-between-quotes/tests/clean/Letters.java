public class Letters {
    String of(String ward) {
        log.debug("letters where ward = '" + ward + "'");
        return "select * from letter where ward = ? and state = '" + State.OPEN + "'";
    }
}
