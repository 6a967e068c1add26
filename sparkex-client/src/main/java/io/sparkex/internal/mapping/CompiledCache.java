package io.sparkex.internal.mapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Cache of compiled objects by class and schema. Thread-safe.
 * <p>
 * The entries of a class do not outlive the class.
 *
 * @param <S> the type of schemas
 * @param <C> the type of compiled objects
 */
final class CompiledCache<S, C> {

	/**
	 * The limit of schemas for each class. Applications with more of them generate
	 * schemas dynamically.
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
