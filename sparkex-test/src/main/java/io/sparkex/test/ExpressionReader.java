package io.sparkex.test;

import java.util.List;

import com.google.protobuf.TextFormat;

import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.ComplexTypeExpression;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.internal.plan.Window;
import io.sparkex.internal.proto.Expression.SortOrder.NullOrdering;
import io.sparkex.internal.proto.Expression.SortOrder.SortDirection;
import io.sparkex.internal.proto.Expression.Window.WindowFrame;
import io.sparkex.internal.protocol.DataTypeCodec;
import io.sparkex.internal.protocol.LiteralDecoder;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.UnparsedType;

/**
 * Converter of protobuf messages to expressions, for printing. Uncommon expressions are
 * converted to the text of their message.
 */
final class ExpressionReader {

	private ExpressionReader() {
	}

	static Expression read(io.sparkex.internal.proto.Expression message) {
		return switch (message.getExprTypeCase()) {
			case LITERAL -> literal(message.getLiteral());
			case UNRESOLVED_ATTRIBUTE -> attribute(message.getUnresolvedAttribute());
			case UNRESOLVED_STAR -> star(message.getUnresolvedStar());
			case UNRESOLVED_REGEX -> regex(message.getUnresolvedRegex());
			case EXPRESSION_STRING -> new LeafExpression.SqlText(message.getExpressionString().getExpression());
			case UNRESOLVED_NAMED_LAMBDA_VARIABLE -> variable(message.getUnresolvedNamedLambdaVariable());
			case UNRESOLVED_FUNCTION -> new Call.Function(message.getUnresolvedFunction().getFunctionName(),
					read(message.getUnresolvedFunction().getArgumentsList()),
					message.getUnresolvedFunction().getIsDistinct());
			case CALL_FUNCTION -> new Call.NamedFunction(message.getCallFunction().getFunctionName(),
					read(message.getCallFunction().getArgumentsList()));
			case LAMBDA_FUNCTION -> new Call.Lambda(read(message.getLambdaFunction().getFunction()),
					message.getLambdaFunction().getArgumentsList().stream().map(ExpressionReader::variable).toList());
			case NAMED_ARGUMENT_EXPRESSION -> new Call.NamedArgument(message.getNamedArgumentExpression().getKey(),
					read(message.getNamedArgumentExpression().getValue()));
			case ALIAS ->
				new UnaryExpression.Alias(read(message.getAlias().getExpr()), message.getAlias().getNameList());
			case CAST -> cast(message.getCast());
			case SORT_ORDER -> sortOrder(message.getSortOrder());
			case UNRESOLVED_EXTRACT_VALUE ->
				new ComplexTypeExpression.Extract(read(message.getUnresolvedExtractValue().getChild()),
						read(message.getUnresolvedExtractValue().getExtraction()));
			case UPDATE_FIELDS -> updateField(message.getUpdateFields());
			case WINDOW -> window(message.getWindow());
			default -> new LeafExpression.SqlText(
					TextFormat.printer().emittingSingleLine(true).printToString(message).strip());
		};
	}

	private static List<Expression> read(List<io.sparkex.internal.proto.Expression> messages) {
		return messages.stream().map(ExpressionReader::read).toList();
	}

	static Expression literal(io.sparkex.internal.proto.Expression.Literal message) {
		return new Literal(LiteralDecoder.decode(message), DataTypes.NullType);
	}

	private static Expression attribute(io.sparkex.internal.proto.Expression.UnresolvedAttribute message) {
		return new LeafExpression.Attribute(message.getUnparsedIdentifier(),
				message.hasPlanId() ? message.getPlanId() : null);
	}

	private static Expression star(io.sparkex.internal.proto.Expression.UnresolvedStar message) {
		return new LeafExpression.Star(message.hasUnparsedTarget() ? message.getUnparsedTarget() : null,
				message.hasPlanId() ? message.getPlanId() : null);
	}

	private static Expression regex(io.sparkex.internal.proto.Expression.UnresolvedRegex message) {
		return new LeafExpression.Regex(message.getColName(), message.hasPlanId() ? message.getPlanId() : null);
	}

	private static LeafExpression.LambdaVariable variable(
			io.sparkex.internal.proto.Expression.UnresolvedNamedLambdaVariable message) {
		return new LeafExpression.LambdaVariable(String.join(".", message.getNamePartsList()));
	}

	private static Expression cast(io.sparkex.internal.proto.Expression.Cast message) {
		DataType type = message.hasType() ? DataTypeCodec.decode(message.getType())
				: new UnparsedType(message.getTypeStr());
		return new UnaryExpression.Cast(read(message.getExpr()), type,
				message.getEvalMode() == io.sparkex.internal.proto.Expression.Cast.EvalMode.EVAL_MODE_TRY);
	}

	static UnaryExpression.SortOrder sortOrder(io.sparkex.internal.proto.Expression.SortOrder message) {
		return new UnaryExpression.SortOrder(read(message.getChild()),
				message.getDirection() == SortDirection.SORT_DIRECTION_ASCENDING,
				message.getNullOrdering() == NullOrdering.SORT_NULLS_FIRST);
	}

	private static Expression updateField(io.sparkex.internal.proto.Expression.UpdateFields message) {
		return new ComplexTypeExpression.UpdateField(read(message.getStructExpression()), message.getFieldName(),
				message.hasValueExpression() ? read(message.getValueExpression()) : null);
	}

	private static Expression window(io.sparkex.internal.proto.Expression.Window message) {
		WindowFrame frame = message.getFrameSpec();
		return new Window(read(message.getWindowFunction()), read(message.getPartitionSpecList()),
				message.getOrderSpecList().stream().map(ExpressionReader::sortOrder).toList(),
				!message.hasFrameSpec() ? null
						: new Window.Frame(frame.getFrameType() == WindowFrame.FrameType.FRAME_TYPE_ROW,
								boundary(frame.getLower()), boundary(frame.getUpper())));
	}

	private static Window.Boundary boundary(WindowFrame.FrameBoundary message) {
		return switch (message.getBoundaryCase()) {
			case VALUE -> new Window.Boundary(Window.Boundary.Kind.VALUE, read(message.getValue()));
			case UNBOUNDED -> new Window.Boundary(Window.Boundary.Kind.UNBOUNDED, null);
			default -> new Window.Boundary(Window.Boundary.Kind.CURRENT_ROW, null);
		};
	}

}
