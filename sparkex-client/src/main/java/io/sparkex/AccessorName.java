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
 * The column name of an {@link Accessor}, found from the record component or getter that
 * it refers to.
 * <p>
 * The JVM creates one class for each method reference in the code, so names are cached by
 * class.
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
		SerializedLambda reference = SerializedLambdaExtractor.extract(accessor);
		if (reference == null) {
			throw rejected("an object of " + accessor.getClass().getName());
		}
		String method = reference.getImplMethodName();
		if (method.startsWith("lambda$")) {
			throw rejected("a lambda in " + reference.getImplClass().replace('/', '.'));
		}
		Class<?> owner = owner(reference, accessor.getClass().getClassLoader());
		String qualified = owner.getSimpleName() + "." + method;
		if (reference.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
			throw rejected("a constructor");
		}
		if (reference.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic) {
			throw rejected("the static method " + method + " of " + reference.getImplClass().replace('/', '.'));
		}
		if (reference.getCapturedArgCount() > 0) {
			throw rejected("the method " + method + " of one object of " + reference.getImplClass().replace('/', '.'));
		}
		String name = owner.isRecord() ? component(owner, method, qualified)
				: property(method, reference.getImplMethodSignature(), qualified);
		return PropertyNames.column(owner, name);
	}

	/**
	 * Returns the class to the left of the double colon. It may have inherited the
	 * method.
	 */
	private static Class<?> owner(SerializedLambda reference, ClassLoader loader) {
		return MethodType.fromMethodDescriptorString(reference.getInstantiatedMethodType(), loader).parameterType(0);
	}

	private static String component(Class<?> owner, String method, String qualified) {
		List<String> components = Arrays.stream(owner.getRecordComponents()).map(RecordComponent::getName).toList();
		if (!components.contains(method)) {
			throw rejected("the method " + qualified + ", which is not a component of the record; its components are "
					+ components);
		}
		return method;
	}

	private static String property(String method, String signature, String qualified) {
		boolean isBoolean = signature.equals("()Z") || signature.equals("()Ljava/lang/Boolean;");
		String name = method.startsWith("get") ? method.substring("get".length())
				: (isBoolean && method.startsWith("is")) ? method.substring("is".length()) : "";
		if (name.isEmpty() || Character.isLowerCase(name.charAt(0)) || method.equals("getClass")) {
			throw rejected("the method " + qualified
					+ ", which is not a getter; getters are named getX, or isX for a boolean");
		}
		boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(0))
				&& Character.isUpperCase(name.charAt(1));
		return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	private static IllegalArgumentException rejected(String given) {
		return new IllegalArgumentException("A typed column needs a reference to a component of a record or to a getter"
				+ " of a bean, such as Trip::city, but this is " + given
				+ "; use such a reference, or use col(\"...\") with the column name");
	}

	/**
	 * Stream that extracts the {@link SerializedLambda} of a method reference. A method
	 * reference reveals it only when it is serialized. This requires no access to its
	 * class, so no module has to be opened.
	 */
	private static final class SerializedLambdaExtractor extends ObjectOutputStream {

		private @Nullable SerializedLambda extracted;

		SerializedLambdaExtractor() throws IOException {
			super(OutputStream.nullOutputStream());
			enableReplaceObject(true);
		}

		static @Nullable SerializedLambda extract(Accessor<?> accessor) {
			try (SerializedLambdaExtractor stream = new SerializedLambdaExtractor()) {
				stream.writeObject(accessor);
				return stream.extracted;
			}
			catch (IOException ex) {
				return null;
			}
		}

		@Override
		protected @Nullable Object replaceObject(Object object) {
			if (object instanceof SerializedLambda lambda) {
				this.extracted = lambda;
			}
			return null;
		}

	}

}
