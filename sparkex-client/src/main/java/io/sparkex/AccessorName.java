package io.sparkex;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.mapping.PropertyNames;

/**
 * Finds the component or getter that an {@link Accessor} refers to, and the name of its
 * column.
 * <p>
 * The JVM makes one class for each place in the code where a method reference stands, so
 * the name is looked for once at each place.
 */
final class AccessorName {

	private static final ClassValue<AtomicReference<@Nullable String>> names = new ClassValue<>() {

		@Override
		protected AtomicReference<@Nullable String> computeValue(Class<?> accessorClass) {
			return new AtomicReference<>();
		}

	};

	private AccessorName() {
	}

	static String of(Accessor<?> accessor) {
		AtomicReference<@Nullable String> known = names.get(accessor.getClass());
		String name = known.get();
		if (name == null) {
			name = find(accessor);
			known.set(name);
		}
		return name;
	}

	private static String find(Accessor<?> accessor) {
		SerializedLambda reference = Unveiling.unveil(accessor);
		if (reference == null) {
			throw refused("an object of " + accessor.getClass().getName());
		}
		String method = reference.getImplMethodName();
		if (method.startsWith("lambda$")) {
			throw refused("a lambda in " + reference.getImplClass().replace('/', '.'));
		}
		Class<?> owner = owner(reference, accessor.getClass().getClassLoader());
		String qualified = owner.getSimpleName() + "." + method;
		if (reference.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
			throw refused("a constructor");
		}
		if (reference.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic) {
			throw refused("the static method " + method + " of " + reference.getImplClass().replace('/', '.'));
		}
		if (reference.getCapturedArgCount() > 0) {
			throw refused("the method " + method + " of one object of " + reference.getImplClass().replace('/', '.'));
		}
		String name = owner.isRecord() ? component(owner, method, qualified)
				: property(method, reference.getImplMethodSignature(), qualified);
		return PropertyNames.column(owner, name);
	}

	/**
	 * The class before the two colons, which may have inherited the method.
	 */
	private static Class<?> owner(SerializedLambda reference, ClassLoader loader) {
		return MethodType.fromMethodDescriptorString(reference.getInstantiatedMethodType(), loader).parameterType(0);
	}

	private static String component(Class<?> owner, String method, String qualified) {
		List<String> components = Arrays.stream(owner.getRecordComponents()).map(RecordComponent::getName).toList();
		if (!components.contains(method)) {
			throw refused("the method " + qualified + ", which is no component of the record; there are " + components);
		}
		return method;
	}

	private static String property(String method, String signature, String qualified) {
		boolean truth = signature.equals("()Z") || signature.equals("()Ljava/lang/Boolean;");
		String name = method.startsWith("get") ? method.substring("get".length())
				: (truth && method.startsWith("is")) ? method.substring("is".length()) : "";
		if (name.isEmpty() || Character.isLowerCase(name.charAt(0)) || method.equals("getClass")) {
			throw refused(
					"the method " + qualified + ", which is no getter; getters are named getX, or isX for a boolean");
		}
		boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(0))
				&& Character.isUpperCase(name.charAt(1));
		return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	private static IllegalArgumentException refused(String given) {
		return new IllegalArgumentException("A typed column needs a reference to a component of a record or to a getter"
				+ " of a bean, such as Trip::city, but this is " + given
				+ "; write such a reference, or name the column with col(\"...\")");
	}

	/**
	 * Has a method reference tell what it refers to, which it does only to a stream that
	 * it is written to. This needs no access to the class of the reference, and so no
	 * opened module.
	 */
	private static final class Unveiling extends ObjectOutputStream {

		private @Nullable SerializedLambda unveiled;

		Unveiling() throws IOException {
			super(OutputStream.nullOutputStream());
			enableReplaceObject(true);
		}

		static @Nullable SerializedLambda unveil(Accessor<?> accessor) {
			try (Unveiling stream = new Unveiling()) {
				stream.writeObject(accessor);
				return stream.unveiled;
			}
			catch (IOException ex) {
				return null;
			}
		}

		@Override
		protected @Nullable Object replaceObject(Object object) {
			if (object instanceof SerializedLambda lambda) {
				this.unveiled = lambda;
			}
			return null;
		}

	}

}
