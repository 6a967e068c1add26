package io.sparkex.internal.mapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * What has been compiled for a class, by the schema it was compiled for. Thread-safe.
 * <p>
 * A class holds on to its own entries, so they go when the class does.
 *
 * @param <S> what stands for a schema
 * @param <C> what is compiled
 */
final class CompiledCache<S, C> {

	/**
	 * So many schemas have been made up by the program as it runs, and more will be.
	 */
	private static final int MAX_SCHEMAS = 100;

	private final ClassValue<Map<S, C>> compiled = new ClassValue<>() {

		@Override
		protected Map<S, C> computeValue(Class<?> type) {
			return new ConcurrentHashMap<>();
		}

	};

	private final BiFunction<S, Class<?>, C> compiler;

	CompiledCache(BiFunction<S, Class<?>, C> compiler) {
		this.compiler = compiler;
	}

	C get(S schema, Class<?> target) {
		Map<S, C> ofTarget = this.compiled.get(target);
		C found = ofTarget.get(schema);
		if (found == null) {
			found = this.compiler.apply(schema, target);
			if (ofTarget.size() >= MAX_SCHEMAS) {
				ofTarget.clear();
			}
			ofTarget.put(schema, found);
		}
		return found;
	}

}
