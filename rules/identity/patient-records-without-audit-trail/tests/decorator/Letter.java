import org.springframework.data.annotation.CreatedBy;

class Letter {
    @CreatedBy
    private String author;
}
