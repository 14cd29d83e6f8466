package records;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;

class InMemory {
    DataSource scratch() {
        // ok: store-credential-in-code
        return DataSourceBuilder.create().url("jdbc:h2:mem:scratch").username("sa").password("scratch").build();
    }
}
