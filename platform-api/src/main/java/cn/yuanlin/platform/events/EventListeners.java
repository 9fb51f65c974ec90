package cn.yuanlin.platform.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.json.JsonMapper;

/** Which methods listen to which type of event, found once all beans are there. */
@Component
class EventListeners implements SmartInitializingSingleton {
    private final ConfigurableListableBeanFactory beans;
    private final JsonMapper json;
    private final Map<String, Topic> topics = new HashMap<>();

    private record Topic(Class<?> event, List<Listener> listeners) {}

    private record Listener(Object bean, Method method) {}

    EventListeners(ConfigurableListableBeanFactory beans, JsonMapper json) {
        this.beans = beans;
        this.json = json;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var name : beans.getBeanDefinitionNames()) {
            var type = beans.getType(name, false);
            if (type == null || !type.getName().startsWith("cn.yuanlin.")) continue;
            MethodIntrospector.selectMethods(
                            type, (Method method) -> method.isAnnotationPresent(EstateEventListener.class))
                    .forEach(method -> add(beans.getBean(name), method));
        }
    }

    private void add(Object bean, Method method) {
        var event = method.getParameterTypes()[0];
        var invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
        ReflectionUtils.makeAccessible(invocable);
        var topic = topics.computeIfAbsent(EstateEvents.typeOf(event), type -> new Topic(event, new ArrayList<>()));
        if (topic.event != event)
            throw new IllegalStateException(event + " and " + topic.event + " have the same event type");
        topic.listeners.add(new Listener(bean, invocable));
    }

    /** @throws Exception what a listener threw, or that this release knows no such event */
    void deliver(String type, String payload, Delivery delivery) throws Exception {
        var topic = topics.get(type);
        if (topic == null) throw new UnknownEventException(type);
        var event = json.readValue(payload, topic.event);
        for (var listener : topic.listeners) call(listener, event, delivery);
    }

    private static void call(Listener listener, Object event, Delivery delivery) throws Exception {
        var arguments =
                listener.method.getParameterCount() == 1 ? new Object[] {event} : new Object[] {event, delivery};
        try {
            listener.method.invoke(listener.bean, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception fault) throw fault;
            if (thrown.getCause() instanceof Error error) throw error;
            throw thrown;
        }
    }

    /** Written by another release than this one, or its last listener is gone. */
    static final class UnknownEventException extends Exception {
        private static final long serialVersionUID = 1;

        UnknownEventException(@Nullable String type) {
            super("no listener for " + type);
        }
    }
}
