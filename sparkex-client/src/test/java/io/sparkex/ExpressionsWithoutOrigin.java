package io.sparkex;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.WithOrigin;

/**
 * Expressions without call sites, for comparison with expected ones.
 */
final class ExpressionsWithoutOrigin {

	private ExpressionsWithoutOrigin() {
	}

	static Expression withoutOrigin(Column column) {
		return (Expression) strip(column.expression());
	}

	private static Object strip(Object node) {
		if (node instanceof WithOrigin located) {
			return strip(located.child());
		}
		if (node instanceof List<?> nodes) {
			return nodes.stream().map(ExpressionsWithoutOrigin::strip).toList();
		}
		return (node instanceof Record && node instanceof Expression && !(node instanceof Literal)) ? rebuilt(node)
				: node;
	}

	private static Object rebuilt(Object node) {
		try {
			RecordComponent[] components = node.getClass().getRecordComponents();
			@Nullable Object[] values = new Object[components.length];
			for (int i = 0; i < components.length; i++) {
				Object value = components[i].getAccessor().invoke(node);
				values[i] = (value != null) ? strip(value) : null;
			}
			return node.getClass()
				.getDeclaredConstructor(
						Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
				.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError("Cannot rebuild " + node, ex);
		}
	}

}
