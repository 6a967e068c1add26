package io.sparkex.internal.plan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Printer of human-readable plans. It prints one line for each operator, followed by its
 * inputs. Inputs are indented only if there are several. A relation that occurs again is
 * printed by name only. Relations of subqueries follow at the end.
 * <p>
 * Options, paths and statements that seem to contain a secret are masked. Values in
 * conditions are not masked.
 *
 * @since 0.1.0
 */
public final class PlanPrinter {

	private final StringBuilder out = new StringBuilder();

	private final Set<Relation> printed = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Deque<Relation> subqueries = new ArrayDeque<>();

	private final ExpressionPrinter expressions = new ExpressionPrinter(this.subqueries::add);

	private PlanPrinter() {
	}

	/**
	 * Prints a plan.
	 * @param root the root of the plan
	 * @return the lines, each with a line break
	 */
	public static String print(Relation root) {
		PlanPrinter printer = new PlanPrinter();
		printer.tree(root);
		while (!printer.subqueries.isEmpty()) {
			Relation subquery = printer.subqueries.poll();
			if (!printer.printed.contains(subquery)) {
				printer.out.append("Subquery #").append(subquery.planId()).append(":\n");
				printer.tree(subquery);
			}
		}
		return printer.out.toString();
	}

	/**
	 * Prints a command and its input plan.
	 * @param command the command
	 * @return the lines, each with a line break
	 */
	public static String print(Command command) {
		PlanPrinter printer = new PlanPrinter();
		String heading = command.getClass().getSimpleName() + printer.details(command) + '\n';
		return Arrays.stream(command.getClass().getRecordComponents())
			.map((component) -> value(command, component))
			.filter(Relation.class::isInstance)
			.map((input) -> print((Relation) input))
			.collect(Collectors.joining("", heading, ""));
	}

	/**
	 * Prints an expression in a form close to SQL.
	 * @param expression the expression
	 * @return the text, in one line unless a value contains line breaks
	 */
	public static String print(Expression expression) {
		return new PlanPrinter().expressions.print(expression);
	}

	/**
	 * Prints a tree. Does not recurse, because plans may be thousands of operators deep.
	 */
	private void tree(Relation root) {
		Deque<Line> pending = new ArrayDeque<>();
		pending.push(new Line(root, 0));
		while (!pending.isEmpty()) {
			Line line = pending.pop();
			List<Relation> inputs = print(line) ? line.relation().inputs() : List.of();
			int indent = line.indent() + ((inputs.size() > 1) ? 1 : 0);
			for (int i = inputs.size() - 1; i >= 0; i--) {
				pending.push(new Line(inputs.get(i), indent));
			}
		}
	}

	private boolean print(Line line) {
		Relation relation = line.relation();
		boolean first = this.printed.add(relation);
		this.out.append("  ".repeat(line.indent()));
		this.out.append(relation.operator().getClass().getSimpleName()).append(" #").append(relation.planId());
		this.out.append(first ? details(relation.operator()) : " (see above)").append('\n');
		return first;
	}

	private String details(Object node) {
		return Arrays.stream(node.getClass().getRecordComponents())
			.map((component) -> detail(component, value(node, component)))
			.filter(Objects::nonNull)
			.collect(Collectors.joining());
	}

	private @Nullable String detail(RecordComponent component, @Nullable Object value) {
		String text = (value instanceof Relation) ? "" : text(value);
		return (text.isEmpty() || Boolean.FALSE.equals(value)) ? null : " " + component.getName() + "=" + text;
	}

	private String text(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof Expression expression) {
			return this.expressions.print(expression);
		}
		if (value instanceof Collection<?> elements) {
			return elements.isEmpty() ? ""
					: elements.stream().map(this::text).collect(Collectors.joining(", ", "[", "]"));
		}
		if (value instanceof Options options) {
			return options.isEmpty() ? "" : options.toString();
		}
		if (value instanceof Map<?, ?> entries) {
			return entries.isEmpty() ? ""
					: entries.entrySet()
						.stream()
						.map((entry) -> text(entry.getKey()) + ": "
								+ (Options.isSecret(entry.getKey()) ? "***" : text(entry.getValue())))
						.collect(Collectors.joining(", ", "{", "}"));
		}
		if (value instanceof byte[] bytes) {
			return bytes.length + " bytes";
		}
		if (value instanceof String text) {
			return Options.holdsSecret(text) ? "***" : text;
		}
		return (value instanceof Relation relation) ? "#" + relation.planId() : value.toString();
	}

	private static @Nullable Object value(Object node, RecordComponent component) {
		try {
			return component.getAccessor().invoke(node);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("The component " + component + " of a plan cannot be read", ex);
		}
	}

	private record Line(Relation relation, int indent) {

	}

}
