package io.github.dynamodbmigrations.integration.counterexample;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A call that the engine makes to one of its ports. */
interface Call {
    /** What it calls. */
    String name();

    /** Makes it. */
    Object make() throws Throwable;

    /** Stands between the engine and a port. */
    interface Interceptor {
        /** Sees a call, and answers it. */
        Object answer(Call call) throws Throwable;
    }

    /** A port each of whose calls goes through an interceptor. */
    static <T> T intercepted(Class<T> type, T port, Interceptor interceptor) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> interceptor.answer(new Call() {
                    @Override
                    public String name() {
                        return method.getName();
                    }

                    @Override
                    public Object make() throws Throwable {
                        try {
                            return method.invoke(port, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }
                })));
    }
}
