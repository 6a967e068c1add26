package io.sparkex.internal.mapping;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Java type with resolved type variables and wildcards.
 *
 * @param raw the raw class, or {@link Unbound} for an unresolved type variable
 * @param arguments the type arguments of a generic class, or the component type of an
 * array
 * @param name the name for messages
 */
record JavaType(Class<?> raw, List<JavaType> arguments, String name) {

	private static final JavaType OBJECT = of(Object.class);

	static JavaType of(Type type) {
		return of(type, Map.of());
	}

	private static JavaType of(Type type, Map<TypeVariable<?>, JavaType> variables) {
		if (type instanceof Class<?> javaClass) {
			List<JavaType> component = javaClass.isArray() ? List.of(of(javaClass.getComponentType())) : List.of();
			return new JavaType(javaClass, component, javaClass.getTypeName());
		}
		if (type instanceof ParameterizedType generic) {
			List<JavaType> arguments = Arrays.stream(generic.getActualTypeArguments())
				.map((argument) -> of(argument, variables))
				.toList();
			return new JavaType((Class<?>) generic.getRawType(), arguments, generic.getRawType().getTypeName()
					+ arguments.stream().map(JavaType::name).collect(Collectors.joining(", ", "<", ">")));
		}
		if (type instanceof WildcardType wildcard) {
			return of(wildcard.getUpperBounds()[0], variables);
		}
		if (type instanceof GenericArrayType array) {
			JavaType component = of(array.getGenericComponentType(), variables);
			return new JavaType(component.raw().arrayType(), List.of(component), component.name() + "[]");
		}
		JavaType unbound = new JavaType(Unbound.class, List.of(), type.getTypeName());
		return (type instanceof TypeVariable<?> variable) ? variables.getOrDefault(variable, unbound) : unbound;
	}

	/**
	 * Resolves the type of a member of this class.
	 */
	JavaType member(Type type) {
		TypeVariable<?>[] variables = this.raw.getTypeParameters();
		Map<TypeVariable<?>, JavaType> bound = new HashMap<>();
		for (int i = 0; i < Math.min(variables.length, this.arguments.size()); i++) {
			bound.put(variables[i], this.arguments.get(i));
		}
		return of(type, bound);
	}

	/**
	 * Returns a type argument, or {@code Object} for a raw type.
	 */
	JavaType argument(int index) {
		return (index < this.arguments.size()) ? this.arguments.get(index) : OBJECT;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * Placeholder of an unresolved type variable.
	 */
	static final class Unbound {

		private Unbound() {
		}

	}

}
