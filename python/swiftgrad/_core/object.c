/* swiftgrad._core.Object: what every module, optimiser, loader and trainer in Python derives from.
 *
 * The Python object owns its counterpart in the library, which knows it without owning it; what the counterpart refers
 * to in Python is held here, where the garbage collector sees it. */
#include "core.h"

PyTypeObject *native_type;

swiftgrad_object object_handle(PyObject *object) {
    swiftgrad_object handle = ((native_object *)object)->handle;
    if (!handle)
        PyErr_Format(PyExc_RuntimeError, "%R is not initialised: call super().__init__() first",
                     (PyObject *)Py_TYPE(object));
    return handle;
}

static int hold_once(native_object *self, PyObject *child) {
    if (!self->held && !(self->held = PyDict_New())) return -1;
    PyObject *key = PyLong_FromVoidPtr(child);
    int status = key ? PyDict_SetItem(self->held, key, child) : -1;
    Py_XDECREF(key);
    return status;
}

int object_unhold(native_object *self, PyObject *child) {
    if (!self->held) return 0;
    PyObject *key = PyLong_FromVoidPtr(child);
    int there = key ? PyDict_Contains(self->held, key) : -1;
    if (there > 0) there = PyDict_DelItem(self->held, key);
    Py_XDECREF(key);
    return there;
}

int object_hold(native_object *self, PyObject *child) {
    if (is_native(child)) return hold_once(self, child);
    if (PyList_Check(child) || PyTuple_Check(child)) {
        if (Py_EnterRecursiveCall(" while holding arguments")) return -1;
        PyObject *items = PySequence_Tuple(child);
        int status = items ? 0 : -1;
        for (Py_ssize_t i = 0; status == 0 && i < PyTuple_Size(items); i++)
            status = object_hold(self, PyTuple_GetItem(items, i));
        Py_XDECREF(items);
        Py_LeaveRecursiveCall();
        return status;
    }
    if (PyDict_Check(child)) {
        PyObject *values = PyDict_Values(child);
        int status = values ? object_hold(self, values) : -1;
        Py_XDECREF(values);
        return status;
    }
    if (PyCallable_Check(child) && !PyType_Check(child) && !is_tensor(child)) return hold_once(self, child);
    return 0;
}

/* The Python class of class number `number`, made now if need be; a new reference. */
static PyTypeObject *python_class_of(int32_t number) {
    PyObject *type = Py_XNewRef(classes[number].python_class);
    if (!type) {
        PyObject *module = PyImport_ImportModule("swiftgrad._namespaces");
        type = module ? PyObject_CallMethod(module, "class_for", "i", (int)number) : NULL;
        Py_XDECREF(module);
    }
    if (type && (!PyType_Check(type) || !PyType_IsSubtype((PyTypeObject *)type, native_type))) {
        PyErr_SetString(PyExc_TypeError, "the registered class does not derive from swiftgrad._core.Object");
        Py_CLEAR(type);
    }
    return (PyTypeObject *)type;
}

/* Like calling the class, but for __init__, which would make another counterpart. */
static PyObject *bare_instance(int32_t number) {
    PyTypeObject *type = number < 0 ? (PyTypeObject *)Py_NewRef((PyObject *)native_type) : python_class_of(number);
    if (!type) return NULL;
    newfunc construct = (newfunc)PyType_GetSlot(type, Py_tp_new);
    PyObject *none = PyTuple_New(0);
    PyObject *self = none ? construct(type, none, NULL) : NULL;
    Py_XDECREF(none);
    Py_DECREF(type);
    return self;
}

PyObject *object_wrap(swiftgrad_object handle) {
    PyObject *known = swiftgrad_get_wrapper(handle);
    if (known) {
        swiftgrad_release(handle);
        return Py_NewRef(known);
    }
    int32_t number = swiftgrad_class_of(handle);
    PyObject *self = bare_instance(number);
    if (!self) {
        swiftgrad_release(handle);
        return NULL;
    }
    ((native_object *)self)->handle = handle;
    swiftgrad_set_wrapper(handle, self);
    return self;
}

static int object_traverse(PyObject *self, visitproc visit, void *arg) {
    native_object *object = (native_object *)self;
    Py_VISIT(object->held);
    Py_VISIT(object->dict);
    Py_VISIT(Py_TYPE(self));
    return 0;
}

static int object_clear(PyObject *self) {
    native_object *object = (native_object *)self;
    Py_CLEAR(object->held);
    Py_CLEAR(object->dict);
    return 0;
}

static void object_dealloc(PyObject *self) {
    native_object *object = (native_object *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    if (object->handle) swiftgrad_set_wrapper(object->handle, NULL);
    if (object->weak_references) PyObject_ClearWeakRefs(self);
    object_clear(self);
    if (object->handle) {
        library_scope scope = library_enter(false);
        swiftgrad_release(object->handle);
        library_leave(scope);
        object->handle = NULL;
    }
    freefunc free_object = (freefunc)PyType_GetSlot(type, Py_tp_free);
    free_object(self);
    Py_DECREF(type);
}

/* Arguments are __init__'s affair. */
static PyObject *object_new(PyTypeObject *type, PyObject *args, PyObject *names) {
    (void)args;
    (void)names;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    return allocate(type, 0);
}

static PyMemberDef members[] = {
    {"__dictoffset__", T_PYSSIZET, offsetof(native_object, dict), READONLY, NULL},
    {"__weaklistoffset__", T_PYSSIZET, offsetof(native_object, weak_references), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef attributes[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "What modules, optimisers, loaders and trainers have in common: a counterpart in the library."},
    {Py_tp_new, object_new},
    {Py_tp_dealloc, object_dealloc},
    {Py_tp_traverse, object_traverse},
    {Py_tp_clear, object_clear},
    {Py_tp_members, members},
    {Py_tp_getset, attributes},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "swiftgrad._core.Object",
    .basicsize = sizeof(native_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
    .slots = slots,
};

int object_init(PyObject *module) {
    native_type = (PyTypeObject *)PyType_FromSpec(&spec);
    return native_type ? PyModule_AddType(module, native_type) : -1;
}
