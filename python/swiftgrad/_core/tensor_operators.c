/* The operators of Tensor: two operands, no Python objects in between. */
#include "core.h"

typedef enum {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    FLOOR_DIVIDE,
    REMAINDER,
    POWER,
    MATMUL,
    AND,
    OR,
    XOR,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    LESS,
    LESS_EQUAL,
    EQUAL,
    NOT_EQUAL,
    GREATER,
    GREATER_EQUAL,
    NEGATIVE,
    POSITIVE,
    ABSOLUTE,
    INVERT,
    IADD,
    ISUBTRACT,
    IMULTIPLY,
    IDIVIDE,
    IFLOOR_DIVIDE,
    IREMAINDER,
    IPOWER,
    OPERATOR_COUNT
} operator_name;

static const struct {
    const char *function;
    const char *symbol;
} operators[OPERATOR_COUNT] = {
    [ADD] = {"add", "+"},
    [SUBTRACT] = {"subtract", "-"},
    [MULTIPLY] = {"multiply", "*"},
    [DIVIDE] = {"divide", "/"},
    [FLOOR_DIVIDE] = {"floor_divide", "//"},
    [REMAINDER] = {"remainder", "%"},
    [POWER] = {"pow", "**"},
    [MATMUL] = {"matmul", "@"},
    [AND] = {"bitwise_and", "&"},
    [OR] = {"bitwise_or", "|"},
    [XOR] = {"bitwise_xor", "^"},
    [SHIFT_LEFT] = {"bitwise_left_shift", "<<"},
    [SHIFT_RIGHT] = {"bitwise_right_shift", ">>"},
    [LESS] = {"less", "<"},
    [LESS_EQUAL] = {"less_equal", "<="},
    [EQUAL] = {"equal", "=="},
    [NOT_EQUAL] = {"not_equal", "!="},
    [GREATER] = {"greater", ">"},
    [GREATER_EQUAL] = {"greater_equal", ">="},
    [NEGATIVE] = {"negative", "-"},
    [POSITIVE] = {"positive", "+"},
    [ABSOLUTE] = {"abs", "abs()"},
    [INVERT] = {"bitwise_invert", "~"},
    [IADD] = {"_tensor.iadd", "+="},
    [ISUBTRACT] = {"_tensor.isub", "-="},
    [IMULTIPLY] = {"_tensor.imul", "*="},
    [IDIVIDE] = {"_tensor.itruediv", "/="},
    [IFLOOR_DIVIDE] = {"_tensor.ifloordiv", "//="},
    [IREMAINDER] = {"_tensor.imod", "%="},
    [IPOWER] = {"_tensor.ipow", "**="},
};

static int32_t indices[OPERATOR_COUNT];

int tensor_operators_init(void) {
    for (int i = 0; i < OPERATOR_COUNT; i++) indices[i] = function_find(operators[i].function);
    if (indices[POSITIVE] < 0) indices[POSITIVE] = function_find("copy");
    return 0;
}

static PyObject *missing(operator_name name) {
    PyErr_Format(PyExc_NotImplementedError, "this library was built without the operator %s", operators[name].symbol);
    return NULL;
}

static PyObject *binary(operator_name name, PyObject *left, PyObject *right) {
    arena a;
    arena_init(&a);
    swiftgrad_value values[2];
    PyObject *result = NULL;
    int found = value_from_operand(&a, left, &values[0]);
    if (found > 0) found = value_from_operand(&a, right, &values[1]);
    if (found == 0) result = Py_NewRef(Py_NotImplemented);
    else if (found > 0 && indices[name] < 0) result = missing(name);
    else if (found > 0) result = call_values(indices[name], values, 2, a.elements > PARALLEL_ELEMENTS);
    arena_clear(&a);
    return result;
}

static PyObject *unary(operator_name name, PyObject *operand) {
    return indices[name] < 0 ? missing(name) : call_on_tensor(indices[name], operand);
}

#define BINARY(function, name)                                                                                         \
    PyObject *tensor_##function(PyObject *a, PyObject *b) { return binary(name, a, b); }
#define UNARY(function, name)                                                                                          \
    PyObject *tensor_##function(PyObject *a) { return unary(name, a); }

BINARY(add, ADD)
BINARY(subtract, SUBTRACT)
BINARY(multiply, MULTIPLY)
BINARY(divide, DIVIDE)
BINARY(floor_divide, FLOOR_DIVIDE)
BINARY(remainder, REMAINDER)
BINARY(matmul, MATMUL)
BINARY(and, AND)
BINARY(or, OR)
BINARY(xor, XOR)
BINARY(shift_left, SHIFT_LEFT)
BINARY(shift_right, SHIFT_RIGHT)
BINARY(iadd, IADD)
BINARY(isubtract, ISUBTRACT)
BINARY(imultiply, IMULTIPLY)
BINARY(idivide, IDIVIDE)
BINARY(ifloor_divide, IFLOOR_DIVIDE)
BINARY(iremainder, IREMAINDER)
UNARY(negative, NEGATIVE)
UNARY(positive, POSITIVE)
UNARY(absolute, ABSOLUTE)
UNARY(invert, INVERT)

static PyObject *power(operator_name name, PyObject *a, PyObject *b, PyObject *modulus) {
    if (modulus == Py_None) return binary(name, a, b);
    PyErr_SetString(PyExc_TypeError, "pow() of a tensor takes no modulus");
    return NULL;
}

PyObject *tensor_power(PyObject *a, PyObject *b, PyObject *modulus) { return power(POWER, a, b, modulus); }
PyObject *tensor_ipower(PyObject *a, PyObject *b, PyObject *modulus) { return power(IPOWER, a, b, modulus); }

PyObject *tensor_compare(PyObject *a, PyObject *b, int comparison) {
    static const operator_name names[] = {
        [Py_LT] = LESS,      [Py_LE] = LESS_EQUAL, [Py_EQ] = EQUAL,
        [Py_NE] = NOT_EQUAL, [Py_GT] = GREATER,    [Py_GE] = GREATER_EQUAL,
    };
    return binary(names[comparison], a, b);
}
