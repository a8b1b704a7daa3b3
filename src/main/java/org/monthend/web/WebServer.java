package org.monthend.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What runs as long as serve does, whether the warehouse can be reached or not: the log, and the web server. */
public final class WebServer implements AutoCloseable {

    private final Optional<WebAddress> address;
    private final ConfigurableApplicationContext context;

    private WebServer(Optional<WebAddress> address, ConfigurableApplicationContext context) {
        this.address = address;
        this.context = context;
    }

    /** What it shows is in application-serve.properties. The warehouse is opened apart, and anew when it was away. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
                "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.micrometer.metrics.autoconfigure.startup.StartupTimeMetricsListenerAutoConfiguration",
                "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
            })
    static class Routes {}

    /**
     * Starts it.
     *
     * @param address where to listen; empty for nowhere
     * @param token what every request must bring; required where others than this machine can reach the address
     * @param shown the sources of metrics and health
     * @throws IllegalArgumentException with a sentence when the address is not to be had, or not without a token
     */
    public static WebServer start(Optional<WebAddress> address, Optional<String> token, List<Object> shown) {
        if (address.isPresent() && !address.get().isLoopback() && token.isEmpty()) {
            throw new IllegalArgumentException(
                    "Others can reach %s, so it needs a token: set MONTHEND_METRICS_TOKEN, or listen on 127.0.0.1."
                            .formatted(address.get()));
        }
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(Routes.class)
                    .profiles("serve")
                    .web(address.isPresent() ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                    .registerShutdownHook(false)
                    .initializers(starting -> {
                        address.ifPresent(where -> starting.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource(
                                        "serve", Map.of("server.address", where.host(), "server.port", where.port()))));
                        address.ifPresent(where ->
                                starting.getBeanFactory().registerSingleton("admission", new Admission(token)));
                        shown.forEach(each -> starting.getBeanFactory().registerSingleton(beanName(each), each));
                    })
                    .run();
            return new WebServer(address, context);
        } catch (RuntimeException e) {
            throw isPortTaken(e)
                    ? new IllegalArgumentException(
                            "Another program listens on port %d. Name another address with --metrics, or --metrics off."
                                    .formatted(address.orElseThrow().port()),
                            e)
                    : e;
        }
    }

    private static boolean isPortTaken(Throwable failure) {
        return failure instanceof PortInUseException
                || Optional.ofNullable(failure.getCause())
                        .map(WebServer::isPortTaken)
                        .orElse(false);
    }

    /** Health calls its parts by these names: WarehouseHealth is warehouse. */
    private static String beanName(Object shown) {
        String name = shown.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1).replaceFirst("Health$", "HealthIndicator");
    }

    /** Where it listens; empty when it does not. */
    public Optional<WebAddress> address() {
        return context instanceof WebServerApplicationContext web
                ? address.flatMap(asked -> Optional.ofNullable(web.getWebServer())
                        .map(server -> new WebAddress(asked.host(), server.getPort())))
                : Optional.empty();
    }

    /** Of which those of the warehouse are children, so that closing one of them leaves the log as it is. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
