package cn.yuanlin.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one public door: routes estates to their cells. */
@SpringBootApplication
public class Gateway {
    public static void main(String[] args) {
        var missing = RequiredSettings.missingFrom(System.getenv());
        if (!missing.isEmpty()) {
            System.err.println("gateway: not set in the environment: " + String.join(", ", missing)
                    + "; docs/operating.md says what they mean");
            System.exit(1);
        }
        SpringApplication.run(Gateway.class, args);
    }
}
