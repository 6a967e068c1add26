package io.sparkex.internal.plan;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Printer of expressions in a human-readable form close to SQL.
 */
final class ExpressionPrinter implements Expression.Visitor<String>, LeafExpression.Visitor<String>,
		Call.Visitor<String>, UnaryExpression.Visitor<String>, ComplexTypeExpression.Visitor<String> {

	private static final int MAX_DEPTH = 100;

	/**
	 * The maximum number of printed nodes. It limits the output, whose size can be
	 * exponential if an expression refers to the same operand several times.
	 */
	private static final int MAX_NODES = 10_000;

	private static final Set<String> INFIX = Set.of("=", "<=>", ">", ">=", "<", "<=", "and", "or", "+", "-", "*", "/",
			"%", "&", "|", "^");

	private final Consumer<Relation> subqueries;

	private int depth;

	private int nodes;

	/**
	 * Creates a printer.
	 * @param subqueries receives the relations that expressions refer to
	 */
	ExpressionPrinter(Consumer<Relation> subqueries) {
		this.subqueries = subqueries;
	}

	String print(Expression expression) {
		if (this.depth == MAX_DEPTH || this.nodes++ > MAX_NODES) {
			return "...";
		}
		this.depth++;
		try {
			return expression.accept(this);
		}
		finally {
			this.depth--;
		}
	}

	String list(Collection<? extends Expression> expressions) {
		return expressions.stream().map(this::print).collect(Collectors.joining(", "));
	}

	@Override
	public String visitLiteral(Literal literal) {
		return value(literal.value());
	}

	private String value(@Nullable Object value) {
		if (value instanceof Literal literal) {
			return value(literal.value());
		}
		if (value instanceof List<?> elements) {
			return elements.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
		}
		if (value instanceof Map<?, ?> entries) {
			return entries.entrySet()
				.stream()
				.map((entry) -> value(entry.getKey()) + ": " + value(entry.getValue()))
				.collect(Collectors.joining(", ", "{", "}"));
		}
		if (value instanceof ByteBuffer bytes) {
			return "X'" + bytes.remaining() + " bytes'";
		}
		return (value instanceof String text) ? "'" + text.replace("'", "\\'") + "'" : String.valueOf(value);
	}

	@Override
	public String visitLeafExpression(LeafExpression expression) {
		return expression.accept((LeafExpression.Visitor<String>) this);
	}

	@Override
	public String visitAttribute(LeafExpression.Attribute attribute) {
		return attribute.name() + origin(attribute.planId());
	}

	@Override
	public String visitStar(LeafExpression.Star star) {
		return ((star.target() != null) ? star.target() : "*") + origin(star.planId());
	}

	@Override
	public String visitSqlText(LeafExpression.SqlText text) {
		return text.text();
	}

	@Override
	public String visitLambdaVariable(LeafExpression.LambdaVariable variable) {
		return variable.name();
	}

	@Override
	public String visitRegex(LeafExpression.Regex regex) {
		return regex.pattern() + origin(regex.planId());
	}

	private static String origin(@Nullable Long planId) {
		return (planId != null) ? "#" + planId : "";
	}

	@Override
	public String visitCall(Call call) {
		return call.accept((Call.Visitor<String>) this);
	}

	@Override
	public String visitFunction(Call.Function function) {
		List<Expression> arguments = function.arguments();
		if (arguments.size() == 2 && INFIX.contains(function.name())) {
			return "(" + print(arguments.get(0)) + " " + function.name() + " " + print(arguments.get(1)) + ")";
		}
		return function.name() + "(" + (function.distinct() ? "distinct " : "") + list(arguments) + ")";
	}

	@Override
	public String visitNamedFunction(Call.NamedFunction function) {
		return function.name() + "(" + list(function.arguments()) + ")";
	}

	@Override
	public String visitLambda(Call.Lambda lambda) {
		return "(" + list(lambda.parameters()) + ") -> " + print(lambda.body());
	}

	@Override
	public String visitNamedArgument(Call.NamedArgument argument) {
		return argument.name() + " => " + print(argument.value());
	}

	@Override
	public String visitPartitionId(Call.PartitionId id) {
		return "partition " + print(id.number());
	}

	@Override
	public String visitUnaryExpression(UnaryExpression expression) {
		return expression.accept((UnaryExpression.Visitor<String>) this);
	}

	@Override
	public String visitAlias(UnaryExpression.Alias alias) {
		return print(alias.child()) + " AS " + String.join(", ", alias.names());
	}

	@Override
	public String visitCast(UnaryExpression.Cast cast) {
		return (cast.lenient() ? "try_cast(" : "cast(") + print(cast.child()) + " AS " + cast.type().simpleString()
				+ ")";
	}

	@Override
	public String visitSortOrder(UnaryExpression.SortOrder order) {
		return print(order.child()) + (order.ascending() ? " ASC" : " DESC")
				+ ((order.ascending() != order.nullsFirst()) ? (order.nullsFirst() ? " NULLS FIRST" : " NULLS LAST")
						: "");
	}

	@Override
	public String visitComplexTypeExpression(ComplexTypeExpression expression) {
		return expression.accept((ComplexTypeExpression.Visitor<String>) this);
	}

	@Override
	public String visitExtract(ComplexTypeExpression.Extract extract) {
		return print(extract.child()) + "[" + print(extract.key()) + "]";
	}

	@Override
	public String visitUpdateField(ComplexTypeExpression.UpdateField update) {
		return print(update.child()) + ((update.value() != null)
				? " WITH " + update.field() + " = " + print(update.value()) : " WITHOUT " + update.field());
	}

	@Override
	public String visitWindow(Window window) {
		String partitions = window.partitionBy().isEmpty() ? "" : "PARTITION BY " + list(window.partitionBy());
		String order = window.orderBy().isEmpty() ? "" : "ORDER BY " + list(window.orderBy());
		String frame = (window.frame() != null) ? frame(window.frame()) : "";
		return print(window.function()) + " OVER ("
				+ List.of(partitions, order, frame)
					.stream()
					.filter((part) -> !part.isEmpty())
					.collect(Collectors.joining(" "))
				+ ")";
	}

	private String frame(Window.Frame frame) {
		return (frame.rows() ? "ROWS" : "RANGE") + " BETWEEN " + boundary(frame.lower(), "PRECEDING") + " AND "
				+ boundary(frame.upper(), "FOLLOWING");
	}

	private String boundary(Window.Boundary boundary, String side) {
		if (boundary.value() != null) {
			return print(boundary.value());
		}
		return (boundary.kind() == Window.Boundary.Kind.UNBOUNDED) ? "UNBOUNDED " + side : "CURRENT ROW";
	}

	@Override
	public String visitSubquery(Subquery subquery) {
		this.subqueries.accept(subquery.relation());
		String reference = "#" + subquery.relation().planId();
		return switch (subquery.type()) {
			case SCALAR -> "scalar(" + reference + ")";
			case EXISTS -> "exists(" + reference + ")";
			case IN -> "(" + list(subquery.values()) + ") IN " + reference;
		};
	}

	@Override
	public String visitTableArgument(TableArgument argument) {
		this.subqueries.accept(argument.relation());
		return "TABLE #" + argument.relation().planId();
	}

	@Override
	public String visitWithOrigin(WithOrigin expression) {
		return print(expression.child());
	}

}
