package cn.yuanlin.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The data plane of one cell: every estate that lives here, one schema each. */
@SpringBootApplication
public class PlatformApi {
    public static void main(String[] args) {
        SpringApplication.run(PlatformApi.class, args);
    }
}
