package cn.yuanlin.gateway.entry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** Event loops of the door's own: shared ones die with whichever server in the process closes first. */
@Configuration(proxyBeanMethods = false)
class DoorThreads {
    @Bean
    ReactorResourceFactory reactorResources() {
        var threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        return threads;
    }
}
