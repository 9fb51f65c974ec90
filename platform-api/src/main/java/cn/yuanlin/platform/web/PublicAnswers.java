package cn.yuanlin.platform.web;

import cn.yuanlin.platform.access.Access;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * What everybody gets alike may be kept for a moment by whoever is on the way, and is not sent again while it is the same. The tag is
 * the hash of the body, so it can't forget what a body depends on.
 */
@Configuration(proxyBeanMethods = false)
class PublicAnswers {
    private static final String KEPT = "public, max-age=10";
    private static final int INSIDE_ESTATE = 10;

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> publicTags() {
        var registration = new FilterRegistrationBean<ShallowEtagHeaderFilter>(new TagsOfPublicAnswers());
        registration.addUrlPatterns("/api/estates/*");
        registration.setOrder(INSIDE_ESTATE);
        return registration;
    }

    private static final class TagsOfPublicAnswers extends ShallowEtagHeaderFilter {
        @Override
        protected boolean isEligibleForEtag(
                HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
            return status == HttpServletResponse.SC_OK && KEPT.equals(response.getHeader(HttpHeaders.CACHE_CONTROL));
        }
    }

    /** Marks what PUBLIC handlers answer; a problem in their stead is not marked. */
    @ControllerAdvice
    static class KeptForAMoment implements ResponseBodyAdvice<Object> {
        @Override
        public boolean supports(MethodParameter returns, Class<? extends HttpMessageConverter<?>> converter) {
            var method = returns.getMethod();
            if (method == null) return false;
            var own = AnnotatedElementUtils.findMergedAnnotation(method, Access.class);
            var access = own != null
                    ? own
                    : AnnotatedElementUtils.findMergedAnnotation(returns.getContainingClass(), Access.class);
            return access != null && access.value() == Access.Level.PUBLIC;
        }

        @Override
        public @Nullable Object beforeBodyWrite(
                @Nullable Object body,
                MethodParameter returns,
                MediaType type,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            if (HttpMethod.GET.equals(request.getMethod()))
                response.getHeaders().set(HttpHeaders.CACHE_CONTROL, KEPT);
            return body;
        }
    }
}
