package io.sparkex;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.sparkex.annotation.ColumnName;
import io.sparkex.annotation.SnakeCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AccessorName}.
 */
class AccessorNameTests {

	private static String name(Accessor.OfText<?> accessor) {
		return AccessorName.of(accessor);
	}

	private static void assertRejected(Accessor.OfText<?> accessor, String given) {
		assertThatIllegalArgumentException().isThrownBy(() -> AccessorName.of(accessor))
			.withMessage("A typed column needs a reference to a component of a record or to a getter of a bean,"
					+ " such as Trip::city, but this is " + given
					+ "; use such a reference, or use col(\"...\") with the column name");
	}

	@Test
	void usesNameOfRecordComponent() {
		Accessor.OfText<Trip> city = Trip::city;
		Accessor.OfText<Trip> pickupCity = Trip::pickupCity;
		assertThat(name(city)).isEqualTo("city");
		assertThat(name(pickupCity)).isEqualTo("pickupCity");
	}

	@Test
	void usesNameOfBeanProperty() {
		Accessor.OfText<Bike> maker = Bike::getMaker;
		Accessor.OfText<Bike> url = Bike::getURL;
		Accessor.OfText<Bike> inherited = Bike::getOwnerName;
		Accessor.OfBoolean<Bike> sold = Bike::isSold;
		Accessor.OfBoolean<Bike> boxed = Bike::isNew;
		assertThat(name(maker)).isEqualTo("maker");
		assertThat(name(url)).isEqualTo("URL");
		assertThat(name(inherited)).isEqualTo("ownerName");
		assertThat(AccessorName.of(sold)).isEqualTo("sold");
		assertThat(AccessorName.of(boxed)).isEqualTo("new");
	}

	record Renamed(@ColumnName("Stadt") String city, int size) {
	}

	static class RenamedBean {

		@ColumnName("ort")
		private String city = "";

		public String getCity() {
			return this.city;
		}

	}

	@Test
	void usesNameOfColumnNameAnnotation() {
		assertThat(AccessorName.of((Accessor.OfText<Renamed>) Renamed::city)).isEqualTo("Stadt");
		assertThat(AccessorName.of((Accessor.OfText<RenamedBean>) RenamedBean::getCity)).isEqualTo("ort");
	}

	@Test
	void usesSnakeCaseIfClassIsAnnotated() {
		List<Accessor.OfText<Lake>> accessors = List.of(Lake::city, Lake::pickupCity, Lake::userID, Lake::URLPath,
				Lake::line2Text, Lake::already_snake, Lake::aB);
		assertThat(accessors).extracting(AccessorName::of)
			.containsExactly("city", "pickup_city", "user_id", "url_path", "line2_text", "already_snake", "a_b");
	}

	@Test
	void returnsSameNameForRepeatedUse() {
		assertThat(IntStream.range(0, 3).mapToObj((i) -> {
			Accessor.OfText<Trip> city = Trip::city;
			return name(city);
		})).containsOnly("city");
	}

	@Test
	void rejectsLambdas() {
		Accessor.OfText<Trip> lambda = (trip) -> trip.city();
		assertRejected(lambda, "a lambda in io.sparkex.AccessorNameTests");
	}

	@Test
	void rejectsStaticMethodsAndConstructors() {
		Accessor.OfText<Trip> described = Trip::describe;
		Accessor.OfObject<Trip, Object> constructed = Lorry::new;
		assertRejected(described, "the static method describe of io.sparkex.AccessorNameTests$Trip");
		assertThatIllegalArgumentException().isThrownBy(() -> AccessorName.of(constructed))
			.withMessageContaining("but this is a constructor;");
	}

	@Test
	void rejectsBoundMethodReferences() {
		Accessor.OfText<Trip> bound = new Lorry(new Trip("a", "b"))::cityOf;
		assertRejected(bound, "the method cityOf of one object of io.sparkex.AccessorNameTests$Lorry");
	}

	@Test
	void rejectsMethodsThatAreNotAccessors() {
		Accessor.OfText<Trip> label = Trip::label;
		Accessor.OfText<Trip> string = Trip::toString;
		Accessor.OfText<Bike> rename = Bike::rename;
		Accessor.OfText<Bike> settle = Bike::getaway;
		Accessor.OfText<Bike> is = Bike::isText;
		Accessor.OfObject<Bike, Class<?>> type = Bike::getClass;
		Accessor.OfText<Named> named = Named::city;
		String components = ", which is not a component of the record; its components are [city, pickupCity]";
		String getters = ", which is not a getter; getters are named getX, or isX for a boolean";
		assertRejected(label, "the method Trip.label" + components);
		assertRejected(string, "the method Trip.toString" + components);
		assertRejected(rename, "the method Bike.rename" + getters);
		assertRejected(settle, "the method Bike.getaway" + getters);
		assertRejected(is, "the method Bike.isText" + getters);
		assertRejected(named, "the method Named.city" + getters);
		assertThatIllegalArgumentException().isThrownBy(() -> AccessorName.of(type))
			.withMessageContaining("the method Bike.getClass" + getters);
	}

	@Test
	void rejectsOtherImplementations() {
		Accessor.OfText<Trip> object = new Accessor.OfText<>() {

			@Override
			public String read(Trip trip) {
				return trip.city();
			}

		};
		assertRejected(object, "an object of " + object.getClass().getName());
	}

	private interface Named {

		String city();

	}

	private record Trip(String city, String pickupCity) implements Named {

		static String describe(Trip trip) {
			return trip.city;
		}

		String label() {
			return this.city;
		}

	}

	@SnakeCase
	private record Lake(String city, String pickupCity, String userID, String URLPath, String line2Text,
			String already_snake, String aB) {

	}

	private record Lorry(Trip trip) {

		String cityOf(Trip other) {
			return other.city();
		}

	}

	private static class Vehicle {

		String getOwnerName() {
			return "";
		}

	}

	private static final class Bike extends Vehicle {

		String getMaker() {
			return "";
		}

		String getURL() {
			return "";
		}

		boolean isSold() {
			return true;
		}

		Boolean isNew() {
			return true;
		}

		String isText() {
			return "";
		}

		String getaway() {
			return "";
		}

		String rename() {
			return "";
		}

	}

}
