package cn.yuanlin.admin.shared;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries what the code says about null into the API document: every component of a record is required and not null
 * unless it is {@link Nullable}. Also refuses two records of one name, which would silently become one schema.
 */
@Component
class RecordsInOpenApi implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Class<?>> names = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var record = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && record.isRecord() && record.getName().startsWith("cn.yuanlin.")) {
            refine(record, schema, context);
        }
        return schema;
    }

    private void refine(Class<?> record, Schema<?> schema, ModelConverterContext context) {
        var name = Optional.ofNullable(schema.get$ref()).map(it -> it.substring(REFERENCE.length()));
        name.ifPresent(it -> claim(it, record));
        var defined =
                name.<Schema<?>>map(it -> context.getDefinedModels().get(it)).orElse(schema);
        if (defined == null || defined.getProperties() == null) {
            return;
        }
        Arrays.stream(record.getRecordComponents()).forEach(component -> refine(component, defined));
    }

    private static void refine(RecordComponent component, Schema<?> schema) {
        var name = component.getName();
        var property = schema.getProperties().get(name);
        if (property == null) {
            return;
        }
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
                schema.addRequiredItem(name);
            }
        } else if (property.get$ref() != null) {
            var either = new Schema<>();
            either.addOneOfItem(new Schema<>().$ref(property.get$ref()));
            either.addOneOfItem(new Schema<>().types(Set.of("null")));
            schema.getProperties().put(name, either);
        } else if (property.getTypes() != null && !property.getTypes().contains("null")) {
            property.addType("null");
        }
    }

    private void claim(String name, Class<?> record) {
        var other = names.putIfAbsent(name, record);
        if (other != null && other != record) {
            throw new IllegalStateException("two records are called %s in the API: %s and %s; name one by @Schema(name)"
                    .formatted(name, other.getName(), record.getName()));
        }
    }
}
